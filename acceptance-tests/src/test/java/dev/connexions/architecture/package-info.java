/** The rules that keep the house in shape. */
@NullMarked
package dev.connexions.architecture;

import org.jspecify.annotations.NullMarked;
