// landing.js: a link to a comment on another slice of this discussion goes there. The fragment never reaches the server, so the
// signed-out get this too, where there is more than one slice.
const wanted = /^#c(\w+)$/.exec(location.hash)?.[1];
if (wanted && !document.getElementById(`c${wanted}`) && sessionStorage.getItem("landing") !== wanted) {
  sessionStorage.setItem("landing", wanted); // once, so that a comment nobody may see does not send us in circles
  location.replace(`/c/${wanted}`);
}
