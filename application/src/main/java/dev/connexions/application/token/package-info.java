/** Keeping the secret and handing it out to who may ask. */
@NullMarked
package dev.connexions.application.token;

import org.jspecify.annotations.NullMarked;
