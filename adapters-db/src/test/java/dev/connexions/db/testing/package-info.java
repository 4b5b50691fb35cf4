/** A real PostgreSQL for tests, prepared as in production. */
@NullMarked
package dev.connexions.db.testing;

import org.jspecify.annotations.NullMarked;
