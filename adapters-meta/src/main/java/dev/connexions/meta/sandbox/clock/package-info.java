/** The sandbox's time, which can be moved. */
@NullMarked
package dev.connexions.meta.sandbox.clock;

import org.jspecify.annotations.NullMarked;
