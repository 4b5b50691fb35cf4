/**
 * The link between a client of an organisation and one Instagram professional account: what it is, in which state, and
 * what it can do. Not the consent dance that makes it (authorization), nor the secret itself (token).
 */
@NullMarked
package dev.connexions.domain.connexion;

import org.jspecify.annotations.NullMarked;
