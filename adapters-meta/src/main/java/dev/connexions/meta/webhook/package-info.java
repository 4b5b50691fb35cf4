/** Subscriptions at Meta, by HTTP. */
@NullMarked
package dev.connexions.meta.webhook;

import org.jspecify.annotations.NullMarked;
