/** Connexions over HTTP. */
@NullMarked
package dev.connexions.web.connexion;

import org.jspecify.annotations.NullMarked;
