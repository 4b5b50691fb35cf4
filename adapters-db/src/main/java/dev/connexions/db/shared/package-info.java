/** How work reaches PostgreSQL: the pool, the transaction with its caller, and what a failure means. */
@NullMarked
package dev.connexions.db.shared;

import org.jspecify.annotations.NullMarked;
