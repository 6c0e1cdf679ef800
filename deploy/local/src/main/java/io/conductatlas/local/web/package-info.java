/** A small web server on loopback, for the pages that come with the local stack. */
@NullMarked
package io.conductatlas.local.web;

import org.jspecify.annotations.NullMarked;
