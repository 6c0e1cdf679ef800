/** Tests of the package of the same name. */
package io.conductatlas.gateway.intake;
