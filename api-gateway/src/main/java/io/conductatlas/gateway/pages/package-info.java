/**
 * The public pages: everything recorded, readable by anyone without script.
 *
 * <p>Templates print what the records here hold and decide nothing; words from outside are escaped by the template engine.
 */
@NullMarked
package io.conductatlas.gateway.pages;

import org.jspecify.annotations.NullMarked;
