/** The app that Meta knows. */
@NullMarked
package dev.connexions.meta.sandbox.app;

import org.jspecify.annotations.NullMarked;
