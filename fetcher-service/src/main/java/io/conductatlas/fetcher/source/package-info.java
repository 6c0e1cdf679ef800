/** What is fetched and when: every state of every source, and one target a document. */
@NullMarked
package io.conductatlas.fetcher.source;

import org.jspecify.annotations.NullMarked;
