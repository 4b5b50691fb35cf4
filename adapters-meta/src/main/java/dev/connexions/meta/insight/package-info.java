/** Insights at Meta, by HTTP. */
@NullMarked
package dev.connexions.meta.insight;

import org.jspecify.annotations.NullMarked;
