/** Publishing at Meta, by HTTP. */
@NullMarked
package dev.connexions.meta.publication;

import org.jspecify.annotations.NullMarked;
