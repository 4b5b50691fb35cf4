/** The trips through Meta's consent, and what they gave. */
@NullMarked
package dev.connexions.db.authorization;

import org.jspecify.annotations.NullMarked;
