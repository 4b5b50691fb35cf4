/** Everything the sandbox remembers, behind one lock and, if wanted, in one file. */
@NullMarked
package dev.connexions.meta.sandbox.world;

import org.jspecify.annotations.NullMarked;
