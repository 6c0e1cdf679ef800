/** The texts of each document, when they were there, and what lies between them. */
@NullMarked
package io.conductatlas.differ.document;

import org.jspecify.annotations.NullMarked;
