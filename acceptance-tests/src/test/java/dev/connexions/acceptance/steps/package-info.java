/** What the words of the features mean. */
@NullMarked
package dev.connexions.acceptance.steps;

import org.jspecify.annotations.NullMarked;
