/** What came under an idempotency key, in PostgreSQL. */
@NullMarked
package dev.connexions.db.idempotency;

import org.jspecify.annotations.NullMarked;
