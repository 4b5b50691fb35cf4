/** The access tokens at rest, and the key ring that seals them. */
@NullMarked
package dev.connexions.db.token;

import org.jspecify.annotations.NullMarked;
