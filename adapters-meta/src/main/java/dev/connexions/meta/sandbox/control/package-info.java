/** The handle for tests: {@code /_sandbox}. */
@NullMarked
package dev.connexions.meta.sandbox.control;

import org.jspecify.annotations.NullMarked;
