/** Letters: how they are written down for mail readers, addressed and handed to the mail server. */
@NullMarked
package io.conductatlas.alert.mail;

import org.jspecify.annotations.NullMarked;
