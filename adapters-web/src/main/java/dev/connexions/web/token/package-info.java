/** Access tokens over HTTP: the one place where the web adapter unwraps a token. */
@NullMarked
package dev.connexions.web.token;

import org.jspecify.annotations.NullMarked;
