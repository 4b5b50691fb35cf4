/** Containers, their slow way to being ready, and the one publish call that takes a container to the feed. */
@NullMarked
package dev.connexions.meta.sandbox.publishing;

import org.jspecify.annotations.NullMarked;
