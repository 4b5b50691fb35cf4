/** What can be typed behind {@code connexions}. */
@NullMarked
package dev.connexions.bootstrap.command;

import org.jspecify.annotations.NullMarked;
