/** What Meta measures, asked for. */
@NullMarked
package dev.connexions.application.insight;

import org.jspecify.annotations.NullMarked;
