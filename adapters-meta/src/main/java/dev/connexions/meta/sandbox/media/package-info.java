/** What Instagram shows: posts, reels, stories, and what people say under them. Knows nothing of the Graph. */
@NullMarked
package dev.connexions.meta.sandbox.media;

import org.jspecify.annotations.NullMarked;
