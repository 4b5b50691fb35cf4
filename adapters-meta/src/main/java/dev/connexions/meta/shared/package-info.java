/** The way to Meta's Graph API: how it is called, what its answers and refusals mean. */
@NullMarked
package dev.connexions.meta.shared;

import org.jspecify.annotations.NullMarked;
