@NullMarked
package io.conductatlas.archive.warc;

import org.jspecify.annotations.NullMarked;
