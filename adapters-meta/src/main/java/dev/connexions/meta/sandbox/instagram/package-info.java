/** What {@code graph.instagram.com} knows of its own: the account behind a token of Instagram Login, and the tokens. */
@NullMarked
package dev.connexions.meta.sandbox.instagram;

import org.jspecify.annotations.NullMarked;
