"""What office files of every kind have beside their text: properties, pictures, files, links."""
