console.error('The pages are built.');
