@NullMarked
package io.conductatlas.gateway;

import org.jspecify.annotations.NullMarked;
