/** Tests of the package of the same name that need no application. */
package io.conductatlas.gateway.staff;
