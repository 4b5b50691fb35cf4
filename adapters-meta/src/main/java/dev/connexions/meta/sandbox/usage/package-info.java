/** How much of what Meta allows is used up, and what happens at the end of it (dossier 6). */
@NullMarked
package dev.connexions.meta.sandbox.usage;

import org.jspecify.annotations.NullMarked;
