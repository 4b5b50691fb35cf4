/** Making, showing, switching and erasing connexions. */
@NullMarked
package dev.connexions.application.connexion;

import org.jspecify.annotations.NullMarked;
