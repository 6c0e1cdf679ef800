/** The differ on real servers. */
package io.conductatlas.differ;
