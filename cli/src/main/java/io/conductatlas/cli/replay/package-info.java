/** The command that plays a document's history through gate, diff and variants and shows what subscribers would have heard. */
@NullMarked
package io.conductatlas.cli.replay;

import org.jspecify.annotations.NullMarked;
