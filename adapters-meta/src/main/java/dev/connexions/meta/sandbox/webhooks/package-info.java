/** Whom Meta tells what, signed, and how often it tries. */
@NullMarked
package dev.connexions.meta.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
