/** Codes and tokens, and how long they are good for. */
@NullMarked
package dev.connexions.meta.sandbox.token;

import org.jspecify.annotations.NullMarked;
