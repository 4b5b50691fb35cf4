/** What {@code graph.instagram.com} answers. */
@NullMarked
package dev.connexions.meta.sandbox.graph;

import org.jspecify.annotations.NullMarked;
