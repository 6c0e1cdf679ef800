package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frame;

/**
 * A page of our own words.
 *
 * @param contact a mail address
 */
record PlainPage(Frame frame, String contact) {}
