/** The page on which a person sees and drives the sandbox. */
@NullMarked
package dev.connexions.meta.sandbox.console;

import org.jspecify.annotations.NullMarked;
