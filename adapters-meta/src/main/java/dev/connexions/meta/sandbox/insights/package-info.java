/** Figures about accounts and media: which metric exists where, and values made of the seed, the same each time. */
@NullMarked
package dev.connexions.meta.sandbox.insights;

import org.jspecify.annotations.NullMarked;
