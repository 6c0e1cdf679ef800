/**
 * Quotes that find their place again in later versions, by the selectors of the W3C Web Annotation Data Model (2017), sections 4.2.4
 * and 4.2.5.
 */
@NullMarked
package io.conductatlas.documents.anchoring;

import org.jspecify.annotations.NullMarked;
