/** What an operator may set, read once at start and checked as a whole. */
@NullMarked
package dev.connexions.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
