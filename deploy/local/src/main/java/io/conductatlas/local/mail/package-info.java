/** The mail server of the local stack, and the page on which its mail is read. */
@NullMarked
package io.conductatlas.local.mail;

import org.jspecify.annotations.NullMarked;
