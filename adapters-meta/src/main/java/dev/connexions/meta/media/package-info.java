/** What stands on Instagram, by HTTP. */
@NullMarked
package dev.connexions.meta.media;

import org.jspecify.annotations.NullMarked;
