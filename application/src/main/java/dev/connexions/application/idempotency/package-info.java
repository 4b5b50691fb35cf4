/** Doing once what is asked for again under the same key. */
@NullMarked
package dev.connexions.application.idempotency;

import org.jspecify.annotations.NullMarked;
