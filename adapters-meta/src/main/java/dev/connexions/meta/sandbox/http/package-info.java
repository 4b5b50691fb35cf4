/** Calls and answers, and the one listener between them and the network. */
@NullMarked
package dev.connexions.meta.sandbox.http;

import org.jspecify.annotations.NullMarked;
