/** Preparing and publishing at Meta. */
@NullMarked
package dev.connexions.application.publication;

import org.jspecify.annotations.NullMarked;
