/** What pages are made of, ready to be printed: words, badges, links and times, with nothing left to decide in a template. */
@NullMarked
package io.conductatlas.gateway.pages.parts;

import org.jspecify.annotations.NullMarked;
