/** What stands on Instagram already, read and removed. */
@NullMarked
package dev.connexions.application.media;

import org.jspecify.annotations.NullMarked;
