/** What Meta tells us unasked. */
@NullMarked
package dev.connexions.application.webhook;

import org.jspecify.annotations.NullMarked;
